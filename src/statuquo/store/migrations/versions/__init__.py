"""One file a step; `statuquo.store.opening.HEAD` names the newest."""
