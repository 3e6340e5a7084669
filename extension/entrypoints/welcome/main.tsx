import '../../styles/pages.css';
import '../../styles/sheet.css';
import { startPage } from '../../components/services/start-page.tsx';
import { readPairingHash } from '../../components/welcome/pairing-hash.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { sidecarPort } from '../../settings.ts';

const pairing = readPairingHash(location.hash);
const port = await sidecarPort.get();
// A one-time code does not stay in the address bar or the history.
history.replaceState(null, '', location.pathname);

await startPage(({ send }) => <Welcome send={send} pairing={pairing} port={port} />);
