// Starts the program that draws one page of a document, from the build.
import './dist/pictures/serve-page.js';
