/** Dates and times, by the browser's own pickers: accessible, in the person's language, and no code of ours. */
import type { JSX } from 'preact';
import { child, num, str } from '../json.js';
import { type ElementProps, inputAttributes, useElementValue } from './element.js';

export function DatePicker(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  return (
    <input
      type="date"
      class="field is-picker"
      {...naming(props)}
      value={str(value, 'selected_date')}
      disabled={busy}
      onChange={(event) => choose(event.currentTarget.value || null)}
    />
  );
}

export function TimePicker(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  return (
    <input
      type="time"
      class="field is-picker"
      {...naming(props)}
      value={str(value, 'selected_time')}
      disabled={busy}
      onChange={(event) => choose(event.currentTarget.value || null)}
    />
  );
}

export function DateTimePicker(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  const seconds = num(value, 'selected_date_time');
  return (
    <input
      type="datetime-local"
      class="field is-picker"
      {...naming(props)}
      value={seconds === undefined ? '' : localForm(seconds)}
      disabled={busy}
      onChange={(event) => {
        const millis = new Date(event.currentTarget.value).getTime();
        choose(Number.isFinite(millis) ? Math.floor(millis / 1000) : null);
      }}
    />
  );
}

/** `YYYY-MM-DDTHH:MM` in the person's zone, as the field wants it. */
function localForm(seconds: number): string {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function naming({ element, input }: ElementProps): JSX.HTMLAttributes<HTMLInputElement> {
  if (input !== undefined) return inputAttributes(input);
  return { 'aria-label': str(child(element, 'placeholder'), 'text') || 'Choose a time' };
}
