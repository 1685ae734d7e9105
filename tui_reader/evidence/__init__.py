"""What several articles say of the same thing: figures and quotes held against each other."""
