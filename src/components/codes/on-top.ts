/** Document Picture-in-Picture, https://wicg.github.io/document-picture-in-picture/ */
interface PictureInPicture {
  requestWindow: (size: { width: number; height: number }) => Promise<Window>;
}

function pictureInPicture(): PictureInPicture | undefined {
  return (window as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture;
}

export function canStayOnTop(): boolean {
  return pictureInPicture() !== undefined;
}

/** A small window above all others, empty but for our styles. Needs a click, as any pop-up does. */
export async function openOnTop(title: string): Promise<Window | undefined> {
  const opened = await pictureInPicture()?.requestWindow({ width: 340, height: 300 });
  if (opened === undefined) return undefined;
  const { document: inside } = opened;
  inside.title = title;
  const { lang, dataset } = document.documentElement;
  inside.documentElement.lang = lang;
  if (dataset.theme !== undefined) inside.documentElement.dataset.theme = dataset.theme;
  for (const style of document.querySelectorAll('link[rel="stylesheet"]'))
    inside.head.append(style.cloneNode());
  inside.body.className = 'on-top';
  return opened;
}
