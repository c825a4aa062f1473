//! Heights of many things above each other, some measured, some estimated.

/// Heights and, after [`Stack::settle`], the top of each.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    heights: Vec<f32>,
    /// Top of every thing, and behind the last one the total height.
    tops: Vec<f32>,
}

impl Stack {
    pub fn new(heights: Vec<f32>) -> Self {
        let mut stack = Self { heights, tops: Vec::new() };
        stack.settle();
        stack
    }

    pub fn height(&self, at: usize) -> f32 {
        self.heights.get(at).copied().unwrap_or_default()
    }

    /// Takes note of a height. Returns whether it is another one; the tops follow with `settle`.
    pub fn set(&mut self, at: usize, height: f32) -> bool {
        let Some(slot) = self.heights.get_mut(at) else { return false };
        let is_other = *slot != height;
        *slot = height;
        is_other
    }

    /// Computes the tops anew.
    pub fn settle(&mut self) {
        self.tops.clear();
        let mut top = 0.0;
        for height in &self.heights {
            self.tops.push(top);
            top += height;
        }
        self.tops.push(top);
    }

    pub fn top(&self, at: usize) -> f32 {
        self.tops.get(at).or(self.tops.last()).copied().unwrap_or_default()
    }

    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Index of what stands at `y`.
    pub fn at(&self, y: f32) -> usize {
        self.tops.partition_point(|&top| top <= y).saturating_sub(1).min(self.heights.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Stack;

    #[test]
    fn what_stands_where_is_found() {
        let mut stack = Stack::new(vec![10.0, 20.0, 30.0]);
        assert_eq!(
            (stack.total(), stack.top(2), stack.at(0.0), stack.at(10.0), stack.at(59.0), stack.at(500.0)),
            (60.0, 30.0, 0, 1, 2, 2)
        );
        assert!(stack.set(0, 15.0) && !stack.set(0, 15.0));
        stack.settle();
        assert_eq!(stack.top(1), 15.0);
    }
}
