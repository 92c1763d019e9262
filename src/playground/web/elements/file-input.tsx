import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { FILE_LIMITS, type PageFile } from '../../page-protocol.js';
import { type Surface, useSurface } from '../blocks/surface.js';
import { actionIdOf, stateValue } from '../blocks/values.js';
import { acceptFiles } from '../files/accept.js';
import { useDropTarget } from '../files/drop-target.js';
import { FileChip } from '../files/file-chip.js';
import { sizeText } from '../files/size.js';
import { type Json, list, num, str, strings } from '../json.js';
import { upload } from '../net/api.js';
import { Icon } from '../shell/icons.js';
import { type ElementProps, inputAttributes } from './element.js';

/** Files in a form: chosen or dropped, uploaded at once, named by their ids when the form is sent. */
export function FileInput({ element, blockId, input }: ElementProps): JSX.Element {
  const surface = useSurface();
  // An upload takes a while: what the person filled in meanwhile must not be undone by it.
  const latest = useRef(surface);
  latest.current = surface;
  const field = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const [isBusy, setBusy] = useState(false);
  const chosenIn = ({ values }: Surface): readonly Json[] => list(values[blockId]?.[actionIdOf(element)], 'files');
  const files = chosenIn(surface);
  const most = num(element, 'max_files') ?? FILE_LIMITS.files;
  const endings = strings(element, 'filetypes');
  const set = (next: readonly unknown[]): void => {
    latest.current.set(blockId, element, stateValue(str(element, 'type'), next));
  };
  const add = async (chosen: readonly File[]): Promise<void> => {
    // One more takes the place of the only one there may be.
    const before = most === 1 ? [] : files;
    const bounds = { most, bytes: FILE_LIMITS.formBytes, endings: endings.length === 0 ? undefined : endings };
    const { taken, refusal: sentence } = acceptFiles(chosen, before.length, bounds);
    setRefusal(sentence);
    if (taken.length === 0) return;
    setBusy(true);
    try {
      const uploaded: PageFile[] = [];
      for (const file of taken) uploaded.push(await upload(file));
      set([...(most === 1 ? [] : chosenIn(latest.current)), ...uploaded]);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const drop = useDropTarget((dropped) => void add(dropped));
  const described = inputAttributes(input);
  return (
    <>
      <div class={drop.isOver ? 'drop-zone is-over' : 'drop-zone'} {...drop.handlers}>
        <input
          ref={field}
          {...described}
          type="file"
          class="drop-field"
          multiple={most > 1}
          accept={endings.map((ending) => `.${ending}`).join(',') || undefined}
          aria-busy={isBusy}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <span class="drop-prompt" aria-hidden="true">
          <Icon name="upload" />
          <span>
            <strong>{most === 1 ? 'Choose a file' : 'Choose files'}</strong> or drop {most === 1 ? 'it' : 'them'} here
          </span>
        </span>
        <span class="muted drop-limits" aria-hidden="true">
          {endings.length > 0 && `${endings.join(', ')} · `}
          {sizeText(FILE_LIMITS.formBytes)} at most{most > 1 && `, ${most} files`}
        </span>
      </div>
      {files.length > 0 && (
        <ul class="file-chips">
          {files.map((file) => (
            <FileChip
              key={str(file, 'id')}
              name={str(file, 'name')}
              size={num(file, 'size') ?? 0}
              thumbnail={str(file, 'mimetype').startsWith('image/') ? str(file, 'url') : undefined}
              onRemove={() => {
                set(files.filter((other) => other !== file));
                field.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      {refusal !== '' && (
        <p class="field-error" role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}
