"""What can be done with a photo that is seen large: cropping it, hiding faces in it."""
