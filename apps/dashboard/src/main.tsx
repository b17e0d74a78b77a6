/** Puts the page into its document. */
import { render } from 'preact';
import { App } from './app.js';
import { startLive } from './page/live.js';
import './page/style.css';
import './charts/charts.css';
import './page/tables.css';

startLive();
render(<App />, document.getElementById('page')!);
