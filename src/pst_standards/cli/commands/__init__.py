"""One module per subcommand: ``arguments`` fills its parser, ``run`` does the work."""
