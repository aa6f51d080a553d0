//! tinhgon: arguments → a front end; nothing else.

fn main() {}
