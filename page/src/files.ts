// A draft as a file: chosen, or dropped anywhere on the page.

export function takeChosen(chooser: HTMLInputElement, take: (file: File) => void): void {
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    if (file) take(file);
    // the same file may be chosen again
    chooser.value = '';
  });
}

export function takeFiles(chooser: HTMLInputElement, take: (file: File) => void): void {
  takeChosen(chooser, take);
  const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
  // before the editor, which would read any file as text
  document.addEventListener(
    'dragover',
    (event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      document.body.classList.add('dropping');
    },
    true,
  );
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!relatedTarget) document.body.classList.remove('dropping');
  });
  document.addEventListener(
    'drop',
    (event) => {
      document.body.classList.remove('dropping');
      if (!holdsFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    },
    true,
  );
}
