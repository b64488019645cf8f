"""Files that come in and go out: the package, the doctor's table, other programs' exports."""
