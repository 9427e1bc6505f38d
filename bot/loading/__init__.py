"""From YAML files to facts; every mistake is told with its place."""
