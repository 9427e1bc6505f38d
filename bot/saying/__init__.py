"""What `say` uses: sentences, refusals, figures and dates, sources, particles."""
