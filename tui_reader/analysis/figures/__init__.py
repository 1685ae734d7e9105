"""Numbers of things counted or measured: what they count, who gives them, how they rank."""
