import { createRoot } from 'react-dom/client';
import { LoginPage } from './login-page.tsx';
import { contextPathFrom, loginRequestFrom } from './login-request.ts';

const page = document.querySelector('#page');
const contextPath = document.querySelector<HTMLMetaElement>('meta[name="journeyman-context-path"]')?.content;
if (page !== null) {
  createRoot(page).render(
    <LoginPage contextPath={contextPathFrom(contextPath)} request={loginRequestFrom(location.search)} />,
  );
}
