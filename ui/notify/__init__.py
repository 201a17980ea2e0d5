"""Ways to say something outside the window: the desktop's own, the tray's, and the toast."""
