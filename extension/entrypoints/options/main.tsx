import '../../styles/pages.css';
import '../../styles/sheet.css';
import { Options } from '../../components/options/Options.tsx';
import { startPage } from '../../components/services/start-page.tsx';

await startPage(({ send }) => <Options send={send} />);
// The sections are drawn after the address was read, so the browser could not go there by itself.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
