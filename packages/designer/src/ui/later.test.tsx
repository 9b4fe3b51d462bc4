// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { allFetched, later, onceDrawn } from './later.tsx';

vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(cleanup);

const Shown = () => <p>It is there</p>;

it('what cannot be fetched says so in its place, until it can', async () => {
  let isUp = false;
  const Part = onceDrawn(async () => {
    if (!isUp) throw new TypeError('Failed to fetch dynamically imported module');
    return Shown;
  });
  const screen = render(
    <>
      <p>The rest</p>
      <Part />
    </>,
  );
  await screen.findByText('The server cannot be reached');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('The server cannot be reached');
  screen.getByText('The rest');
  isUp = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('It is there');
});

it('what could not be fetched is tried again when it is next drawn', async () => {
  let isUp = false;
  const Part = onceDrawn(async () => {
    if (!isUp) throw new TypeError('Failed to fetch dynamically imported module');
    return Shown;
  });
  const first = render(<Part />);
  await first.findByRole('alert');
  first.unmount();
  isUp = true;
  await render(<Part />).findByText('It is there');
});

it('what fails while it is drawn says so in its place, and can be tried again', async () => {
  let isBroken = true;
  const Part = onceDrawn(async () => () => {
    if (isBroken) throw new Error('A bug');
    return <Shown />;
  });
  const screen = render(<Part />);
  await screen.findByText('This cannot be shown');
  isBroken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('It is there');
});

it('what has been fetched is there as soon as it is asked for, and stays when it is drawn again', async () => {
  const Part = later(async () => Shown, <i data-testid="place" />);
  const first = render(<Part />);
  first.getByTestId('place');
  await first.findByText('It is there');
  const shown = first.getByText('It is there');
  first.rerender(<Part />);
  expect(first.getByText('It is there')).toBe(shown);

  const Ahead = later(async () => Shown);
  window.dispatchEvent(new Event('keydown'));
  await allFetched();
  render(<Ahead />, { container: document.createElement('div') }).getByText('It is there');
});
