import '../../styles/pages.css';
import '../../styles/dashboard.css';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { startPage } from '../../components/services/start-page.tsx';

await startPage((services) => <Dashboard services={services} />);
