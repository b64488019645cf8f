"""The drawing of the body as geometry: named areas as path commands, without anything that paints."""
