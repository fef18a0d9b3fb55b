//! A photo as it is kept: turned upright, made small, written anew so that nothing rides along in it.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::error::LimitErrorKind;
use image::imageops::FilterType;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageReader, Limits,
    RgbImage,
};

/// The largest file taken.
pub const LARGEST_FILE: usize = 8 * 1024 * 1024;
/// A list of twenty photos must open on a bad line.
const LARGEST_LIST: usize = 10 * 1024;
const FULL: u32 = 1200;
const LIST: (u32, u32) = (320, 240);
/// A small file can claim to be a huge picture; phones take less than this.
const WIDEST: u32 = 12_000;
const MOST_MEMORY: u64 = 320 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: i32,
    pub height: i32,
    pub full: Vec<u8>,
    pub list: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    #[error("the file is too large")]
    TooLarge,
    #[error("the picture has too many pixels")]
    TooManyPixels,
    #[error("this is no picture we can read")]
    NotAPicture,
}

impl From<ImageError> for PictureError {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(limit)
                if !matches!(limit.kind(), LimitErrorKind::Unsupported { .. }) =>
            {
                Self::TooManyPixels
            }
            _ => Self::NotAPicture,
        }
    }
}

/// Takes tens of milliseconds and much memory, so call it off the server's threads and few at a time.
pub fn prepare(file: &[u8]) -> Result<Picture, PictureError> {
    if file.len() > LARGEST_FILE {
        return Err(PictureError::TooLarge);
    }
    let picture = upright(file)?;
    let full = picture.resize(
        FULL.min(picture.width()),
        FULL.min(picture.height()),
        FilterType::CatmullRom,
    );
    let list = on_white(&full.resize_to_fill(LIST.0, LIST.1, FilterType::CatmullRom));
    let full = on_white(&full);
    Ok(Picture {
        width: i32::try_from(full.width()).map_err(|_| PictureError::TooManyPixels)?,
        height: i32::try_from(full.height()).map_err(|_| PictureError::TooManyPixels)?,
        full: jpeg(&full, 82)?,
        list: small_jpeg(list)?,
    })
}

fn upright(file: &[u8]) -> Result<DynamicImage, PictureError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(WIDEST);
    limits.max_image_height = Some(WIDEST);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(|_| PictureError::NotAPicture)?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// JPEG knows nothing see-through: a logo on nothing stands on white, as it does on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let see_through = picture.to_rgba8();
    RgbImage::from_fn(see_through.width(), see_through.height(), |x, y| {
        let [red, green, blue, alpha] = see_through.get_pixel(x, y).0;
        let over = |part: u8| {
            let part = u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from(part / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PictureError> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).write_image(
        picture,
        picture.width(),
        picture.height(),
        ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

/// As good as fits; a picture of pure noise loses size before it loses all likeness.
fn small_jpeg(mut picture: RgbImage) -> Result<Vec<u8>, PictureError> {
    loop {
        for quality in [80, 70, 60, 50, 40, 30] {
            let bytes = jpeg(&picture, quality)?;
            if bytes.len() <= LARGEST_LIST {
                return Ok(bytes);
            }
        }
        picture = image::imageops::resize(
            &picture,
            (picture.width() * 3 / 4).max(1),
            (picture.height() * 3 / 4).max(1),
            FilterType::Triangle,
        );
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbaImage};

    use super::*;

    fn noise(width: u32, height: u32) -> RgbImage {
        let mut state = 7u32;
        RgbImage::from_fn(width, height, |_, _| {
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            };
            Rgb([next(), next(), next()])
        })
    }

    /// A JPEG as a phone writes it: held upright, marked "turn me", with a place in its metadata.
    fn from_a_phone() -> Vec<u8> {
        let landscape =
            RgbImage::from_fn(
                400,
                200,
                |x, _| if x < 200 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) },
            );
        let plain = jpeg(&landscape, 90).unwrap();
        let tiff: Vec<u8> = [
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01".as_slice(),
            b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
            b"GPS 55.6761 12.5683",
        ]
        .concat();
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, &tiff, &plain[2..]].concat()
    }

    fn read(bytes: &[u8]) -> DynamicImage {
        image::load_from_memory(bytes).unwrap()
    }

    #[test]
    fn a_photo_is_turned_upright_and_forgets_where_it_was_taken() {
        let picture = prepare(&from_a_phone()).unwrap();
        assert_eq!((picture.width, picture.height), (200, 400));
        let full = read(&picture.full).to_rgb8();
        assert!(full.get_pixel(100, 50).0[0] > 200, "the left side is now on top");
        for bytes in [&picture.full, &picture.list] {
            assert!(!bytes.windows(3).any(|window| window == b"GPS"));
            assert!(!bytes.windows(4).any(|window| window == b"Exif"));
        }
    }

    #[test]
    fn a_list_photo_is_small_whatever_it_shows() {
        let picture = prepare(&jpeg(&noise(2000, 1500), 95).unwrap()).unwrap();
        assert!(picture.list.len() <= LARGEST_LIST, "{} bytes", picture.list.len());
        assert_eq!((picture.width, picture.height), (1200, 900));
        let plain = prepare(&jpeg(&RgbImage::new(640, 480), 90).unwrap()).unwrap();
        assert_eq!((plain.width, read(&plain.list).width()), (640, LIST.0));
    }

    #[test]
    fn what_is_see_through_stands_on_white() {
        let mut png = Vec::new();
        DynamicImage::ImageRgba8(RgbaImage::new(50, 50))
            .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        let picture = prepare(&png).unwrap();
        assert!(read(&picture.full).to_rgb8().get_pixel(25, 25).0[0] > 250);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(prepare(b"<svg/>"), Err(PictureError::NotAPicture));
        assert_eq!(prepare(&from_a_phone()[..300]), Err(PictureError::NotAPicture));
        assert_eq!(prepare(&vec![0; LARGEST_FILE + 1]), Err(PictureError::TooLarge));
    }

    #[test]
    fn a_small_file_that_claims_to_be_a_huge_picture_is_refused() {
        let mut png = Vec::new();
        DynamicImage::ImageLuma8(image::GrayImage::new(WIDEST + 1, 1))
            .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        assert_eq!(prepare(&png), Err(PictureError::TooManyPixels));
    }
}
