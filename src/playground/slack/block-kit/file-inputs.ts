/** Places of the `file_input` elements in blocks, however deep, each below `path`. */
export const fileInputs = (value: unknown, path: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'file_input') return [path];
  return Object.entries(value).flatMap(([name, each]) => fileInputs(each, `${path}/${name}`));
};
