// Starts the program that reads the text of one document, from the build.
import './dist/extract/serve-extraction.js';
