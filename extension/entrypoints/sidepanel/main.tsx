import '../../styles/pages.css';
import '../../styles/panel.css';
import { Panel } from '../../components/panel/Panel.tsx';
import { startPage } from '../../components/services/start-page.tsx';

await startPage((services) => <Panel services={services} />);
