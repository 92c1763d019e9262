/** The files in a drop or a paste. */

/** True when files are what is being dragged. */
export function carriesFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true;
}

/** The files in it; a folder is none. */
export function filesIn(data: DataTransfer | null): readonly File[] {
  return [...(data?.items ?? [])].flatMap((item) => {
    if (item.kind !== 'file' || item.webkitGetAsEntry()?.isDirectory === true) return [];
    return item.getAsFile() ?? [];
  });
}

/**
 * The files of a paste that is one of files: a screenshot, a picture of a page, files of the desktop. Cells of a
 * spreadsheet come as text, as formatted text and as a picture of themselves: there the text is meant.
 */
export function pastedFiles(data: DataTransfer | null): readonly File[] {
  const isText = data?.types.includes('text/plain') === true && data.types.includes('text/html');
  return isText ? [] : filesIn(data);
}
