/** Puts the page into its document. */
// What holds for the whole page comes before what its parts and views say of themselves.
import './page/style.css';
import './page/head.css';
import './page/tables.css';
import './page/print.css';
import { render } from 'preact';
import { App } from './app.js';
import { startLive } from './page/live.js';

startLive();
render(<App />, document.getElementById('page')!);
