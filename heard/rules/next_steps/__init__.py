"""What does this case need next? Each file answers for one part of the work; ``all_steps`` puts the answers together."""
