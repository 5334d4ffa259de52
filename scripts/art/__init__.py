"""The drawing kit: six cut-paper shapes, fixed colours, the horizon at a child's eye level."""
