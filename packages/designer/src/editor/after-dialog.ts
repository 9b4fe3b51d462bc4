/** Does something once a dialog or menu that is being closed has given the focus back, so that it may take the focus elsewhere. */
export function afterDialog(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
}
