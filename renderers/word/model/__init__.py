"""Word's own model of a document: styles by chain, numbers by list, fields by nesting, sections by size."""
