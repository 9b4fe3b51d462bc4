import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe('the text of a note', () => {
  it('shows bold, italic and lists', () => {
    expect(html('**Why** this *way*\n- one\n- two')).toBe(
      '<p><strong>Why</strong> this <em>way</em></p><ul><li>one</li><li>two</li></ul>',
    );
  });

  it('links to web addresses alone', () => {
    expect(html('[docs](https://example.com/a)')).toContain('href="https://example.com/a"');
    expect(html('[docs](javascript:alert(1))')).not.toContain('<a');
  });

  it('shows HTML as it is written', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  });

  it('begins a paragraph at an empty line', () => {
    expect(html('one\ntwo\n\nthree')).toBe('<p>one\ntwo</p><p>three</p>');
  });
});
