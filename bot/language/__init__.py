"""Korean and English: letters, endings, keyboards, figures, and the likeness of spellings."""
