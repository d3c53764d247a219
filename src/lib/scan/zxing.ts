// The parts of the library that reading QR codes takes, imported by path: its
// index would bring the readers and writers of every other barcode along, five
// times the bytes. The CommonJS files are the ones that Node and bundlers can both
// load, as the package's ES modules leave out file extensions.
import DecodeHintTypeModule from '@zxing/library/cjs/core/DecodeHintType.js';
import RGBLuminanceSourceModule from '@zxing/library/cjs/core/RGBLuminanceSource.js';
import ResultPointModule from '@zxing/library/cjs/core/ResultPoint.js';
import GlobalHistogramBinarizerModule from '@zxing/library/cjs/core/common/GlobalHistogramBinarizer.js';
import HybridBinarizerModule from '@zxing/library/cjs/core/common/HybridBinarizer.js';
import DecoderModule from '@zxing/library/cjs/core/qrcode/decoder/Decoder.js';
import DetectorModule from '@zxing/library/cjs/core/qrcode/detector/Detector.js';
import FinderPatternFinderModule from '@zxing/library/cjs/core/qrcode/detector/FinderPatternFinder.js';
import FinderPatternInfoModule from '@zxing/library/cjs/core/qrcode/detector/FinderPatternInfo.js';

export type { default as BitMatrix } from '@zxing/library/cjs/core/common/BitMatrix.js';
export type { default as FinderPattern } from '@zxing/library/cjs/core/qrcode/detector/FinderPattern.js';

export const Decoder = defaultOf(DecoderModule);
export const Detector = defaultOf(DetectorModule);
export const DecodeHintType = defaultOf(DecodeHintTypeModule);
export const FinderPatternFinder = defaultOf(FinderPatternFinderModule);
export const FinderPatternInfo = defaultOf(FinderPatternInfoModule);
export const GlobalHistogramBinarizer = defaultOf(GlobalHistogramBinarizerModule);
export const HybridBinarizer = defaultOf(HybridBinarizerModule);
export const ResultPoint = defaultOf(ResultPointModule);
export const RGBLuminanceSource = defaultOf(RGBLuminanceSourceModule);

/** Some loaders hand over the export itself, others the CommonJS module around it. */
function defaultOf<T extends object>(imported: T): T {
  return 'default' in imported ? (imported.default as T) : imported;
}
