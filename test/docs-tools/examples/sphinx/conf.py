project = 'Docs'
extensions = ['myst_parser']
html_theme = 'alabaster'
