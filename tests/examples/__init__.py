"""The example crisis: what its reports and its picture must give."""
