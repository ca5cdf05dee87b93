// @ts-check
// QR codes in a picture of a video: with what the browser has, or else with our own decoder.

/** The longest side of a picture that our own decoder looks at, in px. */
const LARGEST = 800;
/** How long it may try other ways to read a picture, in ms. */
const EFFORT = 60;

/** @typedef {(video: HTMLVideoElement) => Promise<string[]>} FrameReader Gives the texts it sees. */

/** @typedef {() => Promise<{decodeQR: (picture: any, options: object) => string}>} DecoderLoader */

/**
 * @param {DecoderLoader} loadDecoder Called only where the browser cannot read codes itself.
 * @returns {Promise<FrameReader>}
 */
export async function frameReader(loadDecoder) {
  let read = (await browserReader()) ?? (await ownReader(loadDecoder));
  return async (video) => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return [];
    try {
      return await read(video);
    } catch {
      // Some browsers offer a detector and turn out to have none.
      read = await ownReader(loadDecoder);
      return [];
    }
  };
}

/** @returns {Promise<FrameReader | null>} */
async function browserReader() {
  const Detector = /** @type {any} */ (window).BarcodeDetector;
  try {
    if (!(await Detector?.getSupportedFormats())?.includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    return async (video) =>
      (await detector.detect(video)).map(
        (/** @type {{rawValue: string}} */ found) => found.rawValue,
      );
  } catch {
    return null;
  }
}

/** @param {DecoderLoader} loadDecoder @returns {Promise<FrameReader>} */
async function ownReader(loadDecoder) {
  const { decodeQR } = await loadDecoder();
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    const scale = Math.min(1, LARGEST / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context?.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return [decodeQR(picture, { timeLimit: EFFORT })];
    } catch {
      return []; // its way to say that there is no code in this picture
    }
  };
}
