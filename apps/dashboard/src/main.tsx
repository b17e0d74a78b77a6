/** Puts the page into its document. */
import { render } from 'preact';
import { App } from './app.js';
import { startLive } from './live.js';
import './style.css';
import './charts.css';
import './tables.css';

startLive();
render(<App />, document.getElementById('page')!);
