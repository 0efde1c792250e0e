"""What a gesture means, without Qt: generators from pointer events to one edit."""
