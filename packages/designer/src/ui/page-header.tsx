import './tokens.css';
import './base.css';
import './controls.css';
import './page-header.css';
import { ProductMark } from './icons.tsx';

/** The addresses that the bar at the top links to. */
type PageAddress = '/' | '/login' | '/phone';

const links: readonly { readonly href: PageAddress; readonly label: string }[] = [
  { href: '/', label: 'Journeys' },
  { href: '/login', label: 'Sign in' },
  { href: '/phone', label: 'Phone' },
];

/** The bar at the top of every page: the product's mark and name, and links to the pages. Brings the shared styles. */
export function PageHeader({ current }: { readonly current: PageAddress }) {
  return (
    <header className="page-header">
      <a className="page-header-home" href="/">
        <ProductMark />
        Journeyman
      </a>
      <nav aria-label="Pages">
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <a href={href} {...(href === current ? { 'aria-current': 'page' as const } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
