/** A place into which files are dropped. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icons.js';
import { carriesFiles, filesIn } from './given.js';

interface DropTarget {
  /** Whether files are held over it now. */
  readonly isOver: boolean;
  /** For the element that is the target. */
  readonly handlers: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

/** Makes an element take dropped files. */
export function useDropTarget(onFiles: (files: readonly File[]) => void): DropTarget {
  const [isOver, setOver] = useState(false);
  // Every child that the pointer crosses is entered before its neighbour is left.
  const depth = useRef(0);
  const end = (): void => {
    depth.current = 0;
    setOver(false);
  };
  return {
    isOver,
    handlers: {
      onDragEnter(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave(event) {
        if (!carriesFiles(event.dataTransfer)) return;
        depth.current -= 1;
        if (depth.current <= 0) end();
      },
      onDrop(event) {
        end();
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(filesIn(event.dataTransfer));
      },
    },
  };
}

/** What lies over the target while files are held over it. */
export function DropOverlay({ words }: { words: string }): JSX.Element {
  return (
    <div class="drop-overlay" aria-hidden="true">
      <span class="drop-words">
        <Icon name="upload" />
        {words}
      </span>
    </div>
  );
}

/** Keeps the browser from leaving the page for a file that was dropped beside every target. */
export function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
