// Saves what the server streams as a file.

export async function save(name, stream, type = 'text/csv') {
  const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
