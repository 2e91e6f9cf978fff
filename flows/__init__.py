"""The shell: settings, sources, flows and the `unfold` command."""
