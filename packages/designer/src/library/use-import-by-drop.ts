import { useEffect, useState } from 'react';
import { type ChosenFiles, droppedFiles } from './chosen-files.ts';

/** Takes what is dropped anywhere on the page, and JSON that is pasted outside of fields. True while something is held over it. */
export function useImportByDrop(onChosen: (chosen: ChosenFiles) => void): boolean {
  const [isOver, setOver] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what takes them is the same in every drawing
  useEffect(() => {
    const take = (data: DataTransfer) => void droppedFiles(data).then(onChosen);
    const over = (event: DragEvent) => {
      if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      const isField =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (isField || event.clipboardData === null) return;
      const text = event.clipboardData.getData('text/plain').trim();
      if (event.clipboardData.files.length === 0 && !/^[{[]/.test(text)) return;
      event.preventDefault();
      take(event.clipboardData);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return isOver;
}
