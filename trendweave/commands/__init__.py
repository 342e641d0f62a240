"""The commands, a module for each thing that a person wants to do."""
