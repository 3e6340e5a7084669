import '../../styles/pages.css';
import '../../styles/popup.css';
import { Popup } from '../../components/popup/Popup.tsx';
import { startPage } from '../../components/services/start-page.tsx';

await startPage(({ send }) => <Popup send={send} />);
