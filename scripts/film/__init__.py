"""The film "Väntrummet": pictures from the drawing kit, sound from numpy, one clock for both."""
