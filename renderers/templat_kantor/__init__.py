"""The office's own Word template: taken in, checked, tried; everything that a template may ask for."""
