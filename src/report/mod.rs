//! Documents: what they say, their templates, and their rendering.
