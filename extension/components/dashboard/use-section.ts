import { useEffect, useState } from 'react';
import { type Section, sections } from './sections.ts';

/** The section named in the address (`#postings`), followed as it changes; the overview when there is none. */
export function useSection(): [Section, (section: Section) => void] {
  const [section, setSection] = useState(namedSection);
  useEffect(() => {
    const follow = () => setSection(namedSection());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const show = (next: Section) => {
    setSection(next);
    location.hash = next;
  };
  return [section, show];
}

function namedSection(): Section {
  return sections.find((name) => location.hash === `#${name}`) ?? 'overview';
}
