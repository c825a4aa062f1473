//! A language model with made-up weights, for tests; the real one is not part of the project. Tests of the window
//! take this file in, too.

/// Sorted by bytes.
pub const PIECES: [&str; 9] = ["##s", ".", "[CLS]", "[SEP]", "[UNK]", "bridge", "closed", "s", "u"];

/// A model file, always the same.
pub fn made_up_model() -> Vec<u8> {
    const WIDTH: usize = 384;
    const INNER: usize = 1536;
    const POSITIONS: usize = 512;
    let mut seed = 7_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8
    };
    let mut bytes = b"PLXMODL1".to_vec();
    let names = PIECES.concat();
    let head = [PIECES.len(), names.len(), WIDTH, 6, 12, INNER, POSITIONS, 2, 3, 4];
    let mut end = 0;
    let ends = PIECES.map(|name| {
        end += name.len();
        end
    });
    bytes.extend(head.iter().chain(&ends).flat_map(|&number| (number as u32).to_le_bytes()));
    bytes.extend(names.bytes());
    let floats = |bytes: &mut Vec<u8>, count: usize, value: f32| {
        bytes.extend(std::iter::repeat_n(value.to_le_bytes(), count).flatten());
    };
    let mut matrix = |bytes: &mut Vec<u8>, rows: usize, columns: usize| {
        floats(bytes, rows, 0.001);
        bytes.extend(std::iter::repeat_with(&mut next).take(rows * columns));
    };
    matrix(&mut bytes, PIECES.len(), WIDTH);
    floats(&mut bytes, POSITIONS * WIDTH, 0.0);
    floats(&mut bytes, WIDTH, 1.0);
    floats(&mut bytes, WIDTH, 0.0);
    for _ in 0..6 {
        for (rows, columns) in [(3 * WIDTH, WIDTH), (WIDTH, WIDTH), (INNER, WIDTH), (WIDTH, INNER)] {
            matrix(&mut bytes, rows, columns);
            floats(&mut bytes, rows, 0.0);
        }
        for weight in [1.0, 0.0, 1.0, 0.0] {
            floats(&mut bytes, WIDTH, weight);
        }
    }
    bytes
}
