"""Speed and quality, with the peers measured in the same run."""
