//! Arithmetic that gives the same bits on every machine.

/// e^x by plain arithmetic; off by less than 2e-5 of it.
#[allow(clippy::inline_always, reason = "only what is inlined is compiled for the processor at hand")]
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    /// Adding and taking away this number rounds to a whole one.
    const ROUNDER: f32 = 12_582_912.0;
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * std::f32::consts::LOG2_E + ROUNDER) - ROUNDER;
    let rest = x - whole * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0)))));
    series * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_exp() {
        for step in -200..200 {
            let x = step as f32 * 0.3;
            assert!((exp(x) / x.exp() - 1.0).abs() < 2e-5, "{x}");
        }
    }
}
