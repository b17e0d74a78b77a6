/** Puts the page into its document. */
// Styles of the whole page come first, so that those of parts and views can override them.
import './page/style.css';
import './page/forms.css';
import './page/head.css';
import './page/tables.css';
import './page/print.css';
import { render } from 'preact';
import { App } from './app.js';
import { languageOf, readAddress } from './page/address.js';
import { startLive } from './page/live.js';
import { loadTexts } from './page/texts/packs.js';
import { startSession } from './session/session.js';

// First, because it takes the secret of a link out of the address.
startSession();
startLive();
// Before the page is drawn, so that nobody sees it in another language first.
await loadTexts(languageOf(readAddress(location.search)));
render(<App />, document.getElementById('page')!);
